import { type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import { disruptionOrder } from '../../engine/planning/cost';
import { componentName } from '../../formats/wording/names';
import { setGoal, useInputs } from '../../session/store';
import { formatNumber } from '../../texts/numbers';
import * as texts from '../../texts/target';
import { Button, IconButton } from '../../ui/button';
import styles from './disruption-order.module.css';

function moveTo(order: readonly string[], component: string, place: number): readonly string[] {
  const others = order.filter((id) => id !== component);
  return others.toSpliced(place, 0, component);
}

function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}

/** What is worst to move: moved by dragging, by the arrows, or by Alt with the arrow keys. */
export function DisruptionOrder({
  catalog,
  inventory,
}: {
  catalog: Catalog;
  inventory: Inventory | undefined;
}) {
  const chosen = useInputs((inputs) => inputs.goal.disruption);
  const isKnown = (id: string) => Object.hasOwn(catalog.components, id);
  const usual = disruptionOrder(catalog, {}).filter(isKnown);
  const kept = disruptionOrder(catalog, { disruption: [...chosen] }).filter(isKnown);
  const [dragged, setDragged] = useState<{ component: string; order: readonly string[] }>();
  const order = dragged?.order ?? kept;
  const [told, setTold] = useState('');
  const [isOpen, setOpen] = useState(chosen.length > 0);
  const list = useRef<HTMLOListElement>(null);
  // The keys stay where they are, also where the browser lets go of what it moves.
  const refocus = useRef<HTMLElement>(null);
  const helpId = useId();
  useLayoutEffect(() => {
    refocus.current?.focus();
    refocus.current = null;
  });

  const counts = new Map<string, number>();
  for (const { component, count } of inventory?.entries ?? []) {
    counts.set(component, (counts.get(component) ?? 0) + count);
  }
  const keep = (next: readonly string[]) => {
    if (isSameOrder(next, kept)) return;
    setGoal({ disruption: isSameOrder(next, usual) ? [] : next });
  };
  const tell = (component: string, place: number) =>
    setTold(texts.placed(componentName(catalog, component), place + 1, order.length));
  const move = (component: string, by: -1 | 1, button: HTMLElement) => {
    const place = kept.indexOf(component) + by;
    if (place < 0 || place >= kept.length) {
      setTold((by < 0 ? texts.isFirst : texts.isLast)(componentName(catalog, component)));
      return;
    }
    refocus.current = button;
    keep(moveTo(kept, component, place));
    tell(component, place);
  };
  const onKeyDown = (component: string) => (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (event.target instanceof HTMLElement) move(component, event.key === 'ArrowUp' ? -1 : 1, event.target);
  };

  const begin = (component: string) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged({ component, order: kept });
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (dragged === undefined) return;
    const rows = [...(list.current?.children ?? [])];
    const above = rows.filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return row.getAttribute('data-component') !== dragged.component && top + height / 2 < event.clientY;
    }).length;
    setDragged({ ...dragged, order: moveTo(dragged.order, dragged.component, above) });
  };
  const drop = () => {
    if (dragged === undefined) return;
    keep(dragged.order);
    tell(dragged.component, dragged.order.indexOf(dragged.component));
    setDragged(undefined);
  };

  return (
    <details
      className={styles.disruption}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{texts.disruption(chosen.length > 0)}</summary>
      <p id={helpId} className={styles.help}>
        {texts.disruptionHelp}
      </p>
      <ol ref={list} aria-label={texts.disruptionList} aria-describedby={helpId}>
        {/* What is dragged stays the same element in the same place, else the browser would let go of it. */}
        {kept.map((component) => {
          const place = order.indexOf(component);
          const name = componentName(catalog, component);
          const count = counts.get(component) ?? 0;
          return (
            <li
              key={component}
              data-component={component}
              style={{ order: place }}
              data-role={catalog.components[component]?.role}
              data-dragged={dragged?.component === component || undefined}
              data-absent={count === 0 || undefined}
              onKeyDown={onKeyDown(component)}
            >
              <span
                className={styles.handle}
                aria-hidden="true"
                onPointerDown={begin(component)}
                onPointerMove={drag}
                onPointerUp={drop}
                onPointerCancel={() => setDragged(undefined)}
              >
                <span className={styles.place}>{place + 1}</span>
                <span className={styles.grip} />
              </span>
              <span className={styles.name}>{name}</span>
              <span className={styles.count}>
                {count === 0 ? texts.noneHere : `× ${formatNumber(count)}`}
              </span>
              <IconButton
                icon="up"
                label={texts.spareMore(name)}
                aria-disabled={place === 0 || undefined}
                onClick={(event) => move(component, -1, event.currentTarget)}
              />
              <IconButton
                icon="down"
                label={texts.spareLess(name)}
                aria-disabled={place === order.length - 1 || undefined}
                onClick={(event) => move(component, 1, event.currentTarget)}
              />
            </li>
          );
        })}
      </ol>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      {chosen.length > 0 && (
        <Button
          weight="quiet"
          icon="undo"
          onClick={() => {
            setGoal({ disruption: [] });
            setTold(texts.isAsCatalog);
          }}
        >
          {texts.asCatalog}
        </Button>
      )}
    </details>
  );
}
