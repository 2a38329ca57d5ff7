/** What is said of files that were read, beside their entries: how each was read, what is wrong, what was left out. */
import { formatCount } from '../formats/wording/names';
import type { FileResult, IntakeResult } from '../intake/intake-result';
import { writeColumns } from './columns-option';

const MAX_NAMED = 8;

function listNames(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const more = distinct.length - MAX_NAMED;
  return `${distinct.slice(0, MAX_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** How a table could be read whose headings do not tell. */
function suggestColumns({ name, columns = [] }: FileResult): string[] {
  if (columns.every(({ isCertain }) => isCertain)) return [];
  return [
    `${name}: if that is what they hold, say --columns "${writeColumns(columns.map(({ meaning }) => meaning))}".`,
  ];
}

/** One line each. */
export function describeIntake({ files, problems, rows, entries, isGrouped }: IntakeResult): string[] {
  const lines = files.flatMap(
    ({ name, rows: own, recognised, alsoRead, alternatives, secrets, ignored, alreadyKnown }) => [
      ...(recognised === undefined ? [] : [`${name}: read as ${recognised.name}. ${recognised.why}`]),
      ...alsoRead.map((other) => `${name}: read as ${other.name} too. ${other.why}`),
      ...(recognised === undefined || alternatives.length === 0 || alsoRead.length > 0
        ? []
        : [
            `${name}: could also be ${alternatives.map((other) => `${other.name} (--reader ${other.reader})`).join(', or ')}.`,
          ]),
      ...(secrets.length === 0 ? [] : [`${name}: left out, because secret: ${listNames(secrets)}.`]),
      ...(ignored.length === 0
        ? []
        : [`${name}: ${formatCount(ignored.length, 'thing')} of no concern here: ${listNames(ignored)}.`]),
      ...(own > 0 || recognised === undefined || problems.length > 0
        ? []
        : [`${name}: there is no row in it that tells of a part of the product.`]),
      ...(alreadyKnown === 0
        ? []
        : [`${name}: ${formatCount(alreadyKnown, 'row')} said what was said before, and nothing was added.`]),
    ],
  );
  const said = problems.map(({ file, line, column, path, message }) => {
    const place = line === undefined ? path : [line, column].filter((part) => part !== undefined).join(':');
    return `${file === undefined ? '' : `${file}: `}${place === undefined ? '' : `${place}: `}${message}`;
  });
  const grouped = `all files together: ${formatCount(rows, 'row')} made ${entries.length} groups of rows that are alike.`;
  return [...lines, ...(isGrouped ? [grouped] : []), ...said, ...files.flatMap(suggestColumns)];
}
