/** What is wrong with an input, and where. */
export interface Problem {
  /** Stable and machine-readable, kebab-case: `range-inverted`, `not-a-version` … */
  readonly code: string;
  /** Where in the input: `releases[3].protocols.api`; empty for the input as a whole. */
  readonly path: string;
  /** One sentence for the operator: what was found, what was expected. */
  readonly message: string;
}

/** What every parser of outside input returns. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Joins path segments as operators read them: `releases[3].protocols.api`. */
export function formatPath(segments: readonly (string | number)[]): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') return `${path}[${segment}]`;
    const plain = /^[\w$][\w$-]*$/.test(segment);
    if (!plain) return `${path}[${JSON.stringify(segment.slice(0, 80))}]`;
    return path === '' ? segment : `${path}.${segment}`;
  }, '');
}

/** The input cannot be worked with at all. Thrown only where a caller passes on what a parser would have refused. */
export class UnusableInput extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('\n'));
    this.name = 'UnusableInput';
  }
}
