/** Can every container be told which component it is? Images that components share need something that tells them apart. */
import type { Catalog, Signs } from '../../../engine';
import type { Path, Report, Rule } from '../rule';

const KINDS = ['commands', 'names'] as const;
/** Registry, tag or digest; a first part with a dot or a port is a registry. */
const NOT_BARE = /[:@]|^[^/.]*\.[^/]*\/|^localhost\/|^library\//;

function signsThatTell({ commands, labels, names }: Signs): string[] {
  return [
    ...(commands ?? []),
    ...(names ?? []),
    ...Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`),
  ];
}

function checkSigns(path: Path, signs: Signs, report: Report): void {
  for (const [i, image] of (signs.images ?? []).entries()) {
    if (!NOT_BARE.test(image)) continue;
    const message = `"${image}" has more than the repository; expected it without registry, tag and digest.`;
    report('error', [...path, 'images', i], message);
  }
  if (signs.images !== undefined) return;
  for (const kind of [...KINDS, 'labels', 'variants', 'versionLabels'] as const) {
    if (signs[kind] === undefined) continue;
    report(
      'warning',
      [...path, kind],
      'Without images this is never looked at: name those that it ships in.',
    );
  }
}

function checkShared(catalog: Catalog, report: Report): void {
  const shipped = Object.entries(catalog.components).flatMap(([id, { signs }]) =>
    signs?.images === undefined ? [] : [[id, signs] as const],
  );
  for (const [i, [id, signs]] of shipped.entries()) {
    for (const [other, theirs] of shipped.slice(i + 1)) {
      const image = signs.images?.find((own) => theirs.images?.includes(own));
      if (image === undefined) continue;
      const mine = signsThatTell(signs);
      const same = signsThatTell(theirs).find((sign) => mine.includes(sign));
      const path = ['components', other, 'signs'];
      if (same !== undefined) {
        report('error', path, `"${same}" also stands for "${id}", which ships in the same image ${image}.`);
      } else if (mine.length === 0 || signsThatTell(theirs).length === 0) {
        const message = `"${id}" ships in the same image ${image}: commands, labels or names of both have to tell them apart.`;
        report('error', path, message);
      }
    }
  }
}

export const signsClear: Rule = {
  id: 'signs-clear',
  check({ catalog }, report) {
    for (const [id, { signs }] of Object.entries(catalog.components)) {
      if (signs !== undefined) checkSigns(['components', id, 'signs'], signs, report);
    }
    checkShared(catalog, report);
  },
};
