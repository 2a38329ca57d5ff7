import { memo, useId, useMemo } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan } from '../../engine/model/plan';
import { type PlanParameter, parametersOfPlan } from '../../formats/plan-parameters';
import { setParameter, useInputs } from '../../session/store';
import * as texts from '../../texts/plan';
import { InlineCode } from '../../ui/inline-code';
import { useSame } from '../../ui/use-same';
import styles from './command-parameters.module.css';

const ParameterField = memo(function ParameterField({
  parameter,
  value,
}: {
  parameter: PlanParameter;
  value: string;
}) {
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
        placeholder={parameter.default ?? texts.notFilledIn}
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
});

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
  const parameters = useSame(
    useMemo(() => parametersOfPlan(catalog, inventory, plan), [catalog, inventory, plan]),
  );
  if (parameters.length === 0) return null;
  const saidOf = (id: string) => (Object.hasOwn(said, id) ? (said[id] ?? '') : '');
  const open = parameters.filter(
    (parameter) => parameter.default === undefined && saidOf(parameter.id).trim() === '',
  );
  return (
    <details className={styles.parameters}>
      <summary>
        {texts.values}{' '}
        <span>{open.length === 0 ? texts.eachHasOne : texts.openOf(open.length, parameters.length)}</span>
      </summary>
      <p>{texts.valuesAside}</p>
      <ul>
        {parameters.map((parameter) => (
          <ParameterField key={parameter.id} parameter={parameter} value={saidOf(parameter.id)} />
        ))}
      </ul>
    </details>
  );
}
