/** What would come of another goal? Worked out aside, and never before the plan. */
import { useQuery } from '@tanstack/react-query';
import type { ParsedGoal } from '../engine/model/goal';
import { alternativeQuery, type Question } from './engine-queries';

export function useAlternative(question: Question<ParsedGoal>) {
  return useQuery(alternativeQuery(question));
}
