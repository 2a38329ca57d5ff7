/**
 * Reads `waypoint runner profile list` and `waypoint runner profile inspect`, as text or JSON. On-demand runners are started
 * from the image of their profile, so that its tag is their version.
 */
import { type Catalog, formatPath } from '../../engine/model';
import { findBorderedTables } from '../bordered-table';
import { describeSecrets } from '../find-secrets';
import { rowOfWorkload } from '../identify-workload';
import { type Fields, fieldsOf, listOf, textOf } from '../json-fields';
import type { Material } from '../material';
import { findNamedValues } from '../named-values';
import type { FoundRow, Place, Reader, RowProblem } from '../reader';

const COMPONENT = 'on-demand-runner';

interface Profile {
  readonly name: string;
  readonly plugin: string;
  readonly image: string;
  /** Names of environment variables; their values are not looked at. */
  readonly variables: readonly string[];
  readonly at: Place;
  readonly isMisaligned?: boolean;
}

/** 0.7.2 put "Target Runner ID" between them, which 0.8.0 calls "Target Runner". */
const HEADINGS = ['NAME', 'PLUGIN TYPE', 'OCI URL', 'DEFAULT'];

const findTables = ({ lines }: Material) =>
  findBorderedTables(lines, (headings) => HEADINGS.every((heading) => headings.includes(heading)));

const findInspected = ({ lines }: Material) =>
  findNamedValues(lines, ['Name', 'ID', 'Default', 'Plugin Type']);

const imageOf = (fields: Fields) => textOf(fields.ociUrl) || textOf(fields.oci_url);
const pluginOf = (fields: Fields) => textOf(fields.pluginType) || textOf(fields.plugin_type);

const isProfile = (value: unknown) => {
  const fields = fieldsOf(value);
  return typeof fields.id === 'string' && typeof fields.name === 'string' && pluginOf(fields) !== '';
};

/** The object of the CLI, and what gRPC answers: one `config`, or a list of `configs`. */
function findObjects({ documents }: Material): { fields: Fields; at: Place }[] {
  return documents.values.flatMap(({ value, line }) => {
    const { config, configs } = fieldsOf(value);
    if (isProfile(value)) return [{ fields: fieldsOf(value), at: { line } }];
    if (isProfile(config)) return [{ fields: fieldsOf(config), at: { line, path: 'config' } }];
    const isList = Array.isArray(value);
    return listOf(isList ? value : configs).flatMap((item, i) => {
      const path = formatPath(isList ? [i] : ['configs', i]);
      return isProfile(item) ? [{ fields: fieldsOf(item), at: { line, path } }] : [];
    });
  });
}

function profileOfObject({ fields, at }: ReturnType<typeof findObjects>[number]): Profile {
  return {
    name: textOf(fields.name),
    plugin: pluginOf(fields),
    image: imageOf(fields),
    variables: Object.keys(fieldsOf(fields.environmentVariables ?? fields.environment_variables)),
    at,
  };
}

function profilesOfTables(material: Material): Profile[] {
  const profiles: Profile[] = [];
  for (const { cells, line, isMisaligned } of findTables(material).flatMap(({ rows }) => rows)) {
    const [name = '', plugin = '', image = ''] = HEADINGS.map((heading) => cells.get(heading) ?? '');
    const before = profiles.at(-1);
    // A name of several words that is too long for a line goes on in the next one.
    if (!isMisaligned && plugin === '' && image === '' && before !== undefined) {
      profiles[profiles.length - 1] = { ...before, name: `${before.name} ${name}`.trim() };
    } else profiles.push({ name, plugin, image, variables: [], at: { line }, isMisaligned });
  }
  return profiles;
}

/** `map[HOME:/root LOG:debug]` */
const VARIABLE = /(?:^map\[|\s)([A-Za-z_]\w*):/g;

function profilesOfInspected(material: Material): Profile[] {
  return findInspected(material).map(({ values, line }) => {
    const value = (name: string) => values.get(name) ?? '';
    const variables = [...value('Environment Variables').matchAll(VARIABLE)].map(([, name = '']) => name);
    return {
      name: value('Name'),
      plugin: value('Plugin Type'),
      image: value('OCI URL'),
      variables,
      at: { line },
    };
  });
}

function findProfiles(material: Material): readonly Profile[] {
  const objects = findObjects(material);
  if (objects.length > 0) return objects.map(profileOfObject);
  return [...profilesOfTables(material), ...profilesOfInspected(material)];
}

const nameOf = ({ name }: Profile) => name.slice(0, 100) || 'without a name';

function findProblem(profile: Profile, catalog: Catalog): RowProblem {
  if (profile.isMisaligned === true) {
    const message =
      'The cells of this line are not as many as the headings. Paste it again as it was printed.';
    return { code: 'misaligned', message };
  }
  const hint = catalog.components[COMPONENT]?.signs?.versionHint ?? 'Look at the log of a job’s runner.';
  if (profile.image === '') {
    const message = `The runner profile ${nameOf(profile)} names no image, so that nothing here tells the version of its runners. ${hint}`;
    return { code: 'no-version', message, cell: 'version' };
  }
  const message = `The runner profile ${nameOf(profile)} starts runners from the image ${profile.image.slice(0, 100)}, which is none that the catalog knows: its tag need not be a version of Waypoint. ${hint}`;
  return { code: 'unknown-image', message, cell: 'version' };
}

function rowOf(profile: Profile, catalog: Catalog): FoundRow {
  const { name, plugin, image, at } = profile;
  const labels = new Map(plugin === '' ? [] : [['plugin', plugin]]);
  const found =
    profile.isMisaligned === true || image === ''
      ? undefined
      : rowOfWorkload({ image }, catalog, { name, at, labels });
  if (found !== undefined) return found;
  return {
    cells: { name, component: COMPONENT, protocols: [], labels },
    at,
    fallbackName: COMPONENT,
    problem: findProblem(profile, catalog),
  };
}

export const waypointRunnerProfiles: Reader = {
  id: 'waypoint-runner-profiles',
  name: '`waypoint runner profile list` and `waypoint runner profile inspect` (text or JSON)',
  // What is printed for people may look like YAML that is broken.
  looksAt: 'text',
  product: 'waypoint',
  recognise(material) {
    if (findObjects(material).length > 0) {
      return { sureness: 'certain', why: 'It has what `waypoint runner profile inspect -json` prints.' };
    }
    if (findTables(material).length > 0) {
      const headings = HEADINGS.join(', ');
      return {
        sureness: 'certain',
        why: `It has the headings of \`waypoint runner profile list\`: ${headings}.`,
      };
    }
    return findInspected(material).length > 0
      ? {
          sureness: 'certain',
          why: 'It has what `waypoint runner profile inspect` prints: Plugin Type, Default.',
        }
      : undefined;
  },
  read(material, catalog) {
    const profiles = findProfiles(material);
    return {
      rows: profiles.map((profile) => rowOf(profile, catalog)),
      secrets: profiles.flatMap((profile) =>
        describeSecrets(profile.variables, `the runner profile ${nameOf(profile)}`),
      ),
      remarks: findObjects(material).length > 0 ? material.documents.problems : [],
    };
  },
};
