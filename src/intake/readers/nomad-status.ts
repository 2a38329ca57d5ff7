/**
 * Reads `nomad job status`, of one job or the list of all. It tells which jobs run and no version of what runs: "Version"
 * is how often the job was changed. What is called like a part of the product is said to be there, with how to find out.
 */
import type { Catalog } from '../../engine/model';
import { rowOfWorkload } from '../identify-workload';
import type { Material } from '../material';
import type { FoundRow, Reader } from '../reader';
import { findTextTables } from '../text-table';

interface Job {
  readonly id: string;
  readonly status: string;
  readonly line: number;
}

const FIELD = /^([A-Z][A-Za-z ]{0,40}?)\s*=\s*(\S.*)$/;

const findLists = ({ lines }: Material) =>
  findTextTables(lines, {
    mention: /Priority/,
    isHeadings: (headings) =>
      ['ID', 'Type', 'Priority', 'Status'].every((heading) => headings.includes(heading)),
  });

/** `ID = waypoint-server`, then the other fields of the job up to a blank line. */
function jobsByField({ lines }: Material): Job[] {
  // Without one there is no job, and that is found in a fraction of the time.
  if (!lines.some((text) => text.startsWith('ID'))) return [];
  const jobs: Job[] = [];
  let open: { id: string; line: number; fields: Map<string, string> } | undefined;
  const close = () => {
    if (open?.fields.has('Type') && open.fields.has('Status')) {
      jobs.push({ id: open.id, line: open.line, status: open.fields.get('Status') ?? '' });
    }
    open = undefined;
  };
  for (const [i, text] of lines.entries()) {
    const [, key = '', value = ''] = FIELD.exec(text.slice(0, 1000)) ?? [];
    if (key === 'ID') {
      close();
      open = { id: value.trim(), line: i + 1, fields: new Map() };
    } else if (key === '') close();
    else open?.fields.set(key, value.trim());
  }
  close();
  return jobs;
}

function jobsIn(material: Material): Job[] {
  const listed = [...findLists(material)].flatMap(({ rows }) =>
    rows.map(({ cells, line }) => ({ id: cells.get('ID') ?? '', status: cells.get('Status') ?? '', line })),
  );
  return [...listed, ...jobsByField(material)];
}

function rowOf({ id, line }: Job, catalog: Catalog): FoundRow | undefined {
  const row = rowOfWorkload({ image: '', names: [id] }, catalog, { name: id, at: { line } });
  if (row === undefined) return undefined;
  const shown = id.slice(0, 100);
  const message = `The job ${shown} is there, and its status does not tell which version it runs ("Version" counts changes of the job). \`nomad job inspect ${shown}\` tells its image.`;
  return { ...row, problem: { code: 'no-version', message, cell: 'version' } };
}

export const nomadStatus: Reader = {
  id: 'nomad-status',
  name: '`nomad job status`',
  looksAt: 'text',
  recognise(material) {
    if (material.documents.kind === 'json') return undefined;
    if (!findLists(material).next().done) {
      return {
        sureness: 'certain',
        why: 'It has the headings of `nomad job status`: ID, Type, Priority, Status.',
      };
    }
    return jobsByField(material).length > 0
      ? {
          sureness: 'likely',
          why: 'It has lines "ID = …", "Type = …" and "Status = …", as `nomad job status` prints them.',
        }
      : undefined;
  },
  read(material, catalog) {
    const rows: FoundRow[] = [];
    const ignored: string[] = [];
    for (const job of jobsIn(material)) {
      const isDead = /^dead\b/.test(job.status);
      const row = isDead ? undefined : rowOf(job, catalog);
      if (row === undefined) ignored.push(isDead ? `${job.id} (not running)` : job.id);
      else rows.push(row);
    }
    return { rows, ignored };
  },
};
