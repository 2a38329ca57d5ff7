import { Fragment, memo } from 'react';
import type { Shape } from '../../formats/timeline/shapes';
import styles from './timeline.module.css';

function drawShape(shape: Shape, key: number) {
  const { look, role } = shape;
  const common = { className: styles[look], 'data-role': role };
  switch (shape.tag) {
    case 'text':
      return (
        <text key={key} {...common} x={shape.x} y={shape.y} textAnchor={shape.anchor}>
          {shape.text}
        </text>
      );
    case 'line':
      return <line key={key} {...common} x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} />;
    case 'rect': {
      const { x, y, width, height, rx } = shape;
      return <rect key={key} {...common} x={x} y={y} width={width} height={height} rx={rx} />;
    }
    case 'circle':
      return <circle key={key} {...common} cx={shape.cx} cy={shape.cy} r={shape.r} />;
    case 'path':
      return <path key={key} {...common} d={shape.d} />;
  }
}

function isSameShape(a: Shape, b: Shape | undefined): boolean {
  const fields = Object.entries(a);
  return (
    b !== undefined &&
    fields.length === Object.keys(b).length &&
    fields.every(([field, value]) => value === b[field as keyof Shape])
  );
}

interface ShapesProps {
  readonly shapes: readonly Shape[];
}

/** Shapes in the colours of the page. Most of a drawing is the same in the next one: that is left as it is. */
export const Shapes = memo(
  function Shapes({ shapes }: ShapesProps) {
    return <Fragment>{shapes.map(drawShape)}</Fragment>;
  },
  ({ shapes: before }: ShapesProps, { shapes: now }: ShapesProps) =>
    before.length === now.length && now.every((shape, i) => isSameShape(shape, before[i])),
);
