/** What is a lint rule, and what does it find? */
import { type Catalog, formatPath } from '../../engine';

/** `error`: the catalog misleads. `warning`: it works, but probably not as its author meant. */
export type Severity = 'error' | 'warning';

export interface Finding {
  /** Id of the rule, stable: `hops-reach`; for what is no catalog at all, `parse:` and the code of the problem. */
  readonly rule: string;
  readonly severity: Severity;
  /** Where in the file: `releases[3].notes[0].source`. */
  readonly path: string;
  /** One sentence for the author: what was found, what was expected. */
  readonly message: string;
}

export interface LintInput {
  /** The catalog as written: it parses, and its releases stand in the order of the file. */
  readonly catalog: Catalog;
  /** The JSON that it was read from, with fields that the format does not name. */
  readonly json: unknown;
}

export type Path = readonly (string | number)[];
/** Takes note of a finding of the rule that is being checked. */
export type Report = (severity: Severity, path: Path, message: string) => void;

export interface Rule {
  readonly id: string;
  check(input: LintInput, report: Report): void;
}

/** What the rule finds, with its id in each finding. */
export function checkRule(rule: Rule, input: LintInput): Finding[] {
  const findings: Finding[] = [];
  rule.check(input, (severity, path, message) => {
    findings.push({ rule: rule.id, severity, path: formatPath(path), message });
  });
  return findings;
}
