/**
 * Which room may import from which? One table, and its check: an import that the table does not allow is an error, and so
 * is a file in a room that the table does not know.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize, posix } from 'node:path';
import { pathToFileURL } from 'node:url';

const ENGINE = [
  'engine',
  'engine/model',
  'engine/parsing',
  'engine/compatibility',
  'engine/planning',
  'engine/explanation',
  'engine/assessment',
  'engine/verification',
];
const FEATURE = ['ui', 'texts', 'session', 'catalogs', 'formats', 'intake', ...ENGINE];
const REACT = ['react', 'react-dom', '@tanstack/react-query', 'zustand', 'zundo'];

/**
 * By room: the rooms and packages that it may import from. A room is the folder of `src` that a file lies in, one level
 * deep in `engine` and `features`. Tests may import whatever their room may, and `testing`, vitest and node besides.
 */
export const TABLE = {
  'engine/model': ['valibot', 'semver'],
  'engine/parsing': ['engine/model', 'valibot'],
  'engine/compatibility': ['engine/model'],
  'engine/planning': ['engine/model', 'engine/compatibility'],
  'engine/explanation': ['engine/model', 'engine/compatibility', 'engine/planning'],
  'engine/assessment': ENGINE.filter(
    (room) => !['engine', 'engine/verification', 'engine/assessment'].includes(room),
  ),
  'engine/verification': ['engine/model'],
  engine: ENGINE,
  formats: ['texts', ...ENGINE, '@noble/hashes', 'valibot'],
  intake: ['formats', ...ENGINE, 'js-yaml', 'papaparse', 'valibot'],
  session: ['texts', ...ENGINE, ...REACT],
  catalogs: ['texts', 'formats', ...ENGINE, '@tanstack/react-query', 'valibot'],
  worker: [...ENGINE, 'intake', 'comlink'],
  texts: [],
  ui: ['texts', 'react', 'react-dom'],
  features: [...FEATURE, ...REACT],
  'features/checklist': [...FEATURE, ...REACT, 'uqr'],
  app: [...FEATURE, 'features', 'intake', 'worker', ...REACT, '@fontsource-variable'],
  '': ['app', ...REACT],
  cli: ['intake', 'formats', ...ENGINE, 'node'],
  testing: ['engine/model', 'engine/parsing', 'cli', 'fast-check', 'node'],
};
const TESTS_ALSO = [
  'testing',
  ...ENGINE,
  'formats',
  'vitest',
  'fast-check',
  'node',
  '@testing-library',
  'happy-dom',
  'ical.js',
  'micromark',
  'micromark-extension-gfm',
  'papaparse',
];

const isTest = (file) => /\.(test|property|exhaustive)\.tsx?$/.test(file);

/** The room of a path below `src`: `engine/planning`, `features/inventory`, `session`; '' for a file of `src` itself. */
function roomOf(file) {
  const [first, second, ...rest] = file.split('/');
  if (second === undefined) return '';
  const isNested = (first === 'engine' || first === 'features') && rest.length > 0;
  return isNested ? `${first}/${second}` : first;
}

function packageOf(specifier) {
  if (specifier.startsWith('node:')) return 'node';
  const [first] = specifier.split('/');
  return first.startsWith('@') && !['@testing-library', '@fontsource-variable'].includes(first)
    ? specifier.split('/').slice(0, 2).join('/')
    : first;
}

const IMPORT =
  /(?:^|[^\w.])(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|(?:^|[^\w.])import\s*\(?\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+)['"]/gm;

/** What a source text imports, in order. */
export function importsOf(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3]);
}

/**
 * What is wrong with one file. `file` is its path below `src`, with forward slashes.
 * @returns {string[]} one line for each import that the table does not allow
 */
export function findForbiddenImports(file, text) {
  const room = roomOf(file);
  const row = TABLE[room] ?? (room.startsWith('features/') ? TABLE.features : undefined);
  if (row === undefined) return [`${file}: the table knows no room "${room}"`];
  const allowed = new Set([...row, ...(isTest(file) ? TESTS_ALSO : [])]);
  return importsOf(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      return allowed.has(packageOf(specifier))
        ? []
        : [`${file}: "${room}" must not import the package "${specifier}"`];
    }
    const path = posix.normalize(posix.join(posix.dirname(file), specifier));
    if (path.startsWith('..'))
      return isTest(file) ? [] : [`${file}: imports ${specifier} from outside of src`];
    // Of a folder's index, the path is the room itself.
    const target = Object.hasOwn(TABLE, path) ? path : roomOf(path);
    if (target === room || allowed.has(target)) return [];
    if (target.startsWith('features/') && allowed.has('features')) return [];
    return [`${file}: "${room}" must not import from "${target}" (${specifier})`];
  });
}

/**
 * Rooms that import each other in a circle by a table, in the order of importing; nothing where there are none. Where every
 * import is one of the table's, no circle in the table means none among the folders.
 * @param {Readonly<Record<string, readonly string[]>>} table
 * @returns {string[] | undefined}
 */
export function findCircle(table) {
  const isSettled = new Set();
  const visit = (room, path) => {
    if (path.includes(room)) return [...path.slice(path.indexOf(room)), room];
    if (isSettled.has(room)) return undefined;
    for (const next of table[room] ?? []) {
      const circle = next === room ? undefined : visit(next, [...path, room]);
      if (circle !== undefined) return circle;
    }
    isSettled.add(room);
    return undefined;
  };
  for (const room of Object.keys(table)) {
    const circle = visit(room, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

function* sourcesIn(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sourcesIn(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const circle = findCircle(TABLE);
  const problems = circle === undefined ? [] : [`the table itself goes in a circle: ${circle.join(' → ')}`];
  let count = 0;
  for (const path of sourcesIn('src')) {
    count += 1;
    problems.push(
      ...findForbiddenImports(
        normalize(path).replaceAll('\\', '/').slice('src/'.length),
        readFileSync(path, 'utf8'),
      ),
    );
  }
  for (const problem of problems) console.error(problem);
  console.log(`${count} files, ${problems.length} problems`);
  if (problems.length > 0 || count === 0) process.exit(1);
}
