import { memo } from 'react';
import { fillCommand, fillText } from '../../engine/explanation/fill-command';
import type { ChosenProcedure } from '../../engine/explanation/procedure-for-step';
import type { Action, Catalog } from '../../engine/model/catalog';
import type { Step } from '../../engine/model/plan';
import { placeholderValues } from '../../formats/placeholder-values';
import { useInputs } from '../../session/store';
import * as texts from '../../texts/plan';
import { CopyButton } from '../../ui/copy-button';
import { InlineCode } from '../../ui/inline-code';
import { Source } from './source';
import styles from './steps.module.css';

/** What is filled in: the step's own values, and those of the catalog's parameters. */
function useValues(catalog: Catalog, step: Step, isOne: boolean): ReadonlyMap<string, string> {
  const values = placeholderValues(
    catalog,
    step,
    useInputs((inputs) => inputs.parameters),
  );
  if (!isOne) values.delete('entry');
  return values;
}

function ActionLine({
  action,
  catalog,
  values,
  source,
}: {
  action: Action;
  /** Where the action comes from, where that is not said of all of them. */
  source: string | undefined;
  catalog: Catalog;
  values: ReadonlyMap<string, string>;
}) {
  const prose = (text: string) => <InlineCode text={fillText(text, values).text} />;
  const command = action.command === undefined ? undefined : fillCommand(action.command, values);
  return (
    <li className={styles.action}>
      <h5>{prose(action.title)}</h5>
      {action.detail !== undefined && <p>{prose(action.detail)}</p>}
      {command !== undefined && (
        <div className={styles.command}>
          <pre>
            <code>{command.text}</code>
          </pre>
          <CopyButton text={command.text} label={texts.copyCommand(action.title)} />
        </div>
      )}
      {command !== undefined && command.missing.length > 0 && (
        <p className={styles.fillIn}>
          {texts.fillIn}{' '}
          {command.missing.map((name, i) => (
            <span key={name}>
              {i > 0 && ', '}
              <code>&lt;{name}&gt;</code>
              {catalog.parameters[name]?.description !== undefined && (
                <>
                  : <InlineCode text={catalog.parameters[name]?.description ?? ''} />
                </>
              )}
            </span>
          ))}
        </p>
      )}
      {action.verify !== undefined && (
        <p>
          <b>{texts.check}</b> {prose(action.verify)}
        </p>
      )}
      {action.rollback !== undefined && (
        <p>
          <b>{texts.goBack}</b> {prose(action.rollback)}
        </p>
      )}
      {source !== undefined && (
        <p className={styles.origin}>
          <Source text={source} />
        </p>
      )}
    </li>
  );
}

/** How a step is done, with the commands of the platform; several ways where an answer is still open. */
export const ProcedureOfStep = memo(function ProcedureOfStep({
  catalog,
  step,
  isOne,
  procedures,
}: {
  catalog: Catalog;
  step: Step;
  /** Whether the step stands for one entry only. */
  isOne: boolean;
  procedures: readonly ChosenProcedure[];
}) {
  const values = useValues(catalog, step, isOne);
  const open = new Set(procedures.flatMap(({ openFacts }) => openFacts));
  return (
    <div className={styles.procedures}>
      {[...open].map((fact) => (
        <p key={fact} className={styles.fillIn}>
          {texts.whichIsYours(catalog.facts[fact]?.question ?? fact)}
        </p>
      ))}
      {procedures.map(({ procedure, state }) => (
        <section key={procedure.id}>
          {(procedures.length > 1 || procedure.title !== undefined) && (
            <h5 className={styles.procedureTitle}>
              {procedure.title ?? procedure.id}
              {state === 'open' && <em> {texts.ifAnswered}</em>}
            </h5>
          )}
          <ol className={styles.actions}>
            {procedure.actions.map((action) => (
              <ActionLine
                key={action.title}
                action={action}
                catalog={catalog}
                values={values}
                source={action.source === procedure.source ? undefined : action.source}
              />
            ))}
          </ol>
          {(procedure.source !== undefined || procedure.confidence !== undefined) && (
            <p className={styles.origin}>
              {procedure.source !== undefined && <Source text={procedure.source} />}
              {procedure.confidence !== undefined && <> · {procedure.confidence}</>}
            </p>
          )}
        </section>
      ))}
    </div>
  );
});
