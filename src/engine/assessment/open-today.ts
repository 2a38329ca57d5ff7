/** Which questions decide how the fleet stands today? Those of incidents that count only because nobody has answered. */
import { matchesIncident } from '../compatibility/assess-pair';
import { openFactsOf } from '../compatibility/condition';
import { serverEntryOf } from '../compatibility/server-entry';
import type { Catalog, Inventory } from '../model';

export interface OpenToday {
  readonly fact: string;
  /** Entries for which an answer may rule an incident out. */
  readonly entries: readonly string[];
}

/** In the order in which the catalog lists its questions. */
export function findOpenToday(catalog: Catalog, inventory: Inventory): OpenToday[] {
  const server = serverEntryOf(catalog, inventory);
  const found = new Map<string, Set<string>>();
  for (const entry of inventory.entries) {
    if (entry === server) continue;
    for (const incident of catalog.incidents) {
      if (!matchesIncident(incident, entry, server.version, inventory.facts)) continue;
      for (const fact of openFactsOf(incident.if, inventory.facts)) {
        found.set(fact, (found.get(fact) ?? new Set()).add(entry.name));
      }
    }
  }
  return Object.keys(catalog.facts).flatMap((fact) => {
    const entries = found.get(fact);
    return entries === undefined ? [] : [{ fact, entries: [...entries] }];
  });
}
