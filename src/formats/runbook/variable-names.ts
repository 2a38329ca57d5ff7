/** In which shell variable does the value of a placeholder stand? */

export interface VariableNames {
  /** By placeholder; two of them never have the same one. */
  readonly of: (placeholder: string) => string;
  /** Those that were asked for. */
  readonly all: () => readonly string[];
}

export function nameVariables(): VariableNames {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const of = (placeholder: string): string => {
    const known = names.get(placeholder);
    if (known !== undefined) return known;
    const plain = `value_${placeholder.replace(/[^A-Za-z0-9]/g, '_')}`;
    let name = plain;
    for (let i = 2; taken.has(name); i++) name = `${plain}_${i}`;
    taken.add(name);
    names.set(placeholder, name);
    return name;
  };
  return { of, all: () => [...taken] };
}
