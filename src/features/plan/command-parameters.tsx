import { useId, useMemo } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan } from '../../engine/model/plan';
import { type PlanParameter, parametersOfPlan } from '../../formats/plan-parameters';
import { setParameter, useInputs } from '../../session/store';
import { InlineCode } from '../../ui/inline-code';
import styles from './command-parameters.module.css';

function ParameterField({ parameter, value }: { parameter: PlanParameter; value: string }) {
  const id = useId();
  const isOpen = value.trim() === '' && parameter.default === undefined;
  return (
    <li className={styles.field} data-open={isOpen || undefined}>
      <label htmlFor={id}>{parameter.name}</label>
      <input
        id={id}
        dir="auto"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        placeholder={parameter.default ?? 'not filled in'}
        aria-describedby={parameter.description === undefined ? undefined : `${id}-help`}
        onChange={(event) => setParameter(parameter.id, event.target.value)}
      />
      {parameter.description !== undefined && (
        <p id={`${id}-help`}>
          <InlineCode text={parameter.description} />
        </p>
      )}
    </li>
  );
}

/** What the commands of the steps need, filled in once. */
export function CommandParameters({
  catalog,
  inventory,
  plan,
}: {
  catalog: Catalog;
  inventory: Inventory;
  plan: Plan;
}) {
  const said = useInputs((inputs) => inputs.parameters);
  const parameters = useMemo(() => parametersOfPlan(catalog, inventory, plan), [catalog, inventory, plan]);
  if (parameters.length === 0) return null;
  const saidOf = (id: string) => (Object.hasOwn(said, id) ? (said[id] ?? '') : '');
  const open = parameters.filter(
    (parameter) => parameter.default === undefined && saidOf(parameter.id).trim() === '',
  );
  return (
    <details className={styles.parameters}>
      <summary>
        Values for the commands{' '}
        <span>
          {open.length === 0 ? 'each has one' : `${open.length} of ${parameters.length} not filled in`}
        </span>
      </summary>
      <p>They stand in every command below, quoted for the shell. They are kept in this browser.</p>
      <ul>
        {parameters.map((parameter) => (
          <ParameterField key={parameter.id} parameter={parameter} value={saidOf(parameter.id)} />
        ))}
      </ul>
    </details>
  );
}
