/**
 * What does an image reference say? `registry:5000/hashicorp/waypoint:0.10.5@sha256:…`
 *
 * The first part is a registry where it has a dot or a port, or is `localhost`. Source: the grammar of
 * github.com/distribution/reference.
 */
import { cutText } from './text-limit';

export interface ImageReference {
  /** Without the registry, and without Docker's `library/`: `hashicorp/waypoint`. '' where it is a bare digest or id. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Far beyond what a registry takes. */
const MAX_LENGTH = 1000;
const BARE_ID = /^(?:sha256:)?[0-9a-f]{12,64}$/;

export function readImageReference(text: string): ImageReference {
  const bare = cutText(text.trim().replace(/^docker(?:-pullable)?:\/\//, ''), MAX_LENGTH);
  if (BARE_ID.test(bare)) return { repository: '', digest: bare };
  const [named = '', digest] = bare.split('@', 2);
  const lastSlash = named.lastIndexOf('/');
  const colon = named.indexOf(':', lastSlash + 1);
  const path = colon < 0 ? named : named.slice(0, colon);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const [first = '', ...rest] = path.split('/');
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  return {
    repository: (hasRegistry ? rest.join('/') : path).replace(/^library\//, ''),
    ...(tag !== undefined && tag !== '' && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

/** After the grammar of github.com/distribution/reference; with a tag or a digest, for a bare word could be anything. */
const IMAGE =
  /^(?=.{3,512}$)(?:[A-Za-z0-9.-]+(?::\d{1,5})?\/)?[a-z0-9][a-z0-9._/-]*(?::[A-Za-z_][\w.-]*|:\d[\w.-]*)?(?:@sha256:[0-9a-f]{64})?$/;

/** A repository alone, which could be any word: it counts as an image only among others that say that they are some. */
export const isBareRepository = (text: string): boolean =>
  /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(text) && text.length <= 255;

export const isImageReference = (text: string): boolean =>
  IMAGE.test(text) && /[:@]/.test(text.slice(1)) && /[a-z]/i.test(text);
