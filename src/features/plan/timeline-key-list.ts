/** What do the keys do in the timeline, for those who ask? `timeline-keys.ts` and `timeline.tsx` do it. */
import * as texts from '../../texts/shortcuts';

export const TIMELINE_KEYS = [
  { title: texts.walk, keys: ['Arrows'] },
  { title: texts.byTenLanes, keys: ['PageUp', 'PageDown'] },
  { title: texts.toStageEnds, keys: ['Home', 'End'] },
  { title: texts.toTimelineEnds, keys: ['Ctrl+Home', 'Ctrl+End'] },
  { title: texts.openStep, keys: ['Enter', 'Space'] },
  { title: texts.backToTimeline, keys: ['Escape'] },
];
