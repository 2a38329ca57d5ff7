/** Reads an inventory in Causeway's own format, in JSON or YAML. */
import { type Catalog, formatPath, INVENTORY_FORMAT, type Inventory } from '../../engine/model';
import type { Place, Reader, Refusal, Remark } from '../reader';
import { readEntries } from './entry-rows';

const EXPECTED = `Expected an inventory, {"format": "${INVENTORY_FORMAT}", "product": …, "entries": […]}, or a list of entries.`;

function readFacts(facts: unknown, catalog: Catalog, remarks: Remark[]): Inventory['facts'] | undefined {
  if (facts === undefined) return undefined;
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
    const message = 'Expected the answers as an object: {"question": "answer"}.';
    remarks.push({ code: 'unexpected', message, path: 'facts', isDropped: true });
    return undefined;
  }
  const known: [string, string][] = [];
  for (const [fact, answer] of Object.entries(facts)) {
    const options = Object.hasOwn(catalog.facts, fact) ? catalog.facts[fact]?.options : undefined;
    if (options !== undefined && typeof answer === 'string' && Object.hasOwn(options, answer)) {
      known.push([fact, answer]);
      continue;
    }
    const message =
      options === undefined
        ? `The catalog asks no question "${fact}".`
        : `${JSON.stringify(answer)} is none of the answers to "${fact}": ${Object.keys(options).join(', ')}.`;
    remarks.push({ code: 'unknown-fact', message, path: formatPath(['facts', fact]), isDropped: true });
  }
  return Object.fromEntries(known);
}

function refuse(message: string, at: Place, code = 'not-an-inventory'): Refusal {
  return { refused: { code, message, ...at } };
}

export const inventory: Reader = {
  id: 'inventory',
  name: 'an inventory (JSON, YAML)',
  looksAt: 'documents',
  recognise({ documents }) {
    const value = documents.values.length === 1 ? documents.values[0]?.value : undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const { format, entries } = value as Record<string, unknown>;
    if (typeof format === 'string' && format.startsWith('causeway/')) {
      return { sureness: 'certain', why: `It says that its format is "${format.slice(0, 60)}".` };
    }
    return Array.isArray(entries) ? { sureness: 'likely', why: 'It has a list of entries.' } : undefined;
  },
  read({ documents }, catalog) {
    const value = documents.values[0]?.value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(EXPECTED, {});
    const { entries, facts, name, product, format, ...unknownFields } = value as Record<string, unknown>;
    if (format !== undefined && format !== INVENTORY_FORMAT) {
      return refuse(`Its format is ${JSON.stringify(format).slice(0, 60)}. ${EXPECTED}`, { path: 'format' });
    }
    if (!Array.isArray(entries))
      return refuse(`There is no list of entries. ${EXPECTED}`, { path: 'entries' });
    if (typeof product === 'string' && product !== catalog.id) {
      const message = `The inventory is of "${product.slice(0, 60)}", the catalog of "${catalog.id}". Choose that product first.`;
      return refuse(message, { path: 'product' }, 'other-product');
    }
    const remarks: Remark[] = [];
    if (name !== undefined && typeof name !== 'string') {
      const message = 'Expected the name of the inventory as text.';
      remarks.push({ code: 'unexpected', message, path: 'name', isDropped: true });
    }
    const read = readFacts(facts, catalog, remarks);
    return {
      rows: readEntries(entries, ['entries'], catalog),
      remarks,
      ...(typeof name === 'string' && { name }),
      ...(read !== undefined && { facts: read }),
      ...(Object.keys(unknownFields).length > 0 && { unknownFields }),
    };
  },
};
