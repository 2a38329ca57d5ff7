/**
 * Do a consumer and the server agree on a protocol?
 *
 * They do when their ranges overlap, and then use the lower of the two current versions. When they don't, the one whose
 * current version is below the other's minimum is outdated. Source: Waypoint's compatibility promise, and its
 * pkg/protocolversion/negotiate.go. Example: 4–5 with 3–5 gives 5; 3–4 with 5–6 gives `client-outdated`.
 */
import type { ProtocolRange } from '../model';

export type Negotiation =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: 'client-outdated' | 'server-outdated' };

/** Both arguments are `[minimum, current]`, as a consumer and as the server advertise them. */
export function negotiate(consumer: ProtocolRange, server: ProtocolRange): Negotiation {
  if (consumer[1] < server[0]) return { ok: false, reason: 'client-outdated' };
  if (server[1] < consumer[0]) return { ok: false, reason: 'server-outdated' };
  return { ok: true, version: Math.min(consumer[1], server[1]) };
}

/** Whether they agree, without saying on what or why not. */
export function overlaps(consumer: ProtocolRange, server: ProtocolRange): boolean {
  return consumer[1] >= server[0] && server[1] >= consumer[0];
}
