/** Contents of links that are as the format has them, but for how much there is of one thing. */

const base = { c: ['a', 'b', 'c'], e: [['s', 's', '1.0.0', 1]], g: { t: '2.0.0' }, p: ['done', []] };

const listOf = (values: number, each: number, item: unknown) =>
  Array.from({ length: Math.ceil(values / each) }, () => item);
const recordOf = (values: number, each: number, item: unknown) =>
  Object.fromEntries(Array.from({ length: Math.ceil(values / each) }, (_, i) => [i.toString(36), item]));

/** By what there is much of: the content with so many `values`, keys, lists and records counted as one more each. */
const MAKERS = {
  entries: (values: number) => ({ ...base, e: listOf(values, 5, ['', '', '', 1]) }),
  steps: (values: number) => ({ ...base, p: ['done', listOf(values, 4, [0, '', 1])] }),
  labels: (values: number) => ({ ...base, e: [['s', 's', '1.0.0', 1, { l: recordOf(values, 2, '') }]] }),
  protocols: (values: number) => ({ ...base, e: [['s', 's', '1', 1, { a: recordOf(values, 4, [1, 1]) }]] }),
  facts: (values: number) => ({ ...base, f: recordOf(values, 2, '') }),
  parameters: (values: number) => ({ ...base, m: recordOf(values, 2, '') }),
  'exact versions': (values: number) => ({ ...base, g: { t: '2.0.0', e: listOf(values, 3, [0, '']) } }),
  disruption: (values: number) => ({ ...base, g: { t: '2.0.0', d: listOf(values, 1, '') } }),
  'what nobody knows': (values: number) => ({ ...base, z: listOf(values, 1, 1) }),
};

export const KINDS_OF_MUCH = Object.keys(MAKERS) as readonly (keyof typeof MAKERS)[];

export function contentWithMuch(kind: keyof typeof MAKERS, values: number): unknown {
  return MAKERS[kind](values);
}
