/** Which unanswered questions is the operator asked? */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { parseGoal } from '../parsing/parse-goal';
import { planUpgrade } from '../plan-upgrade';
import { NOT_FOUND, solve } from '../planning/solve';
import { relaxingAnswers } from './find-open-facts';

const facts = {
  site: { question: 'Where?', options: { here: 'Here', there: 'There', nowhere: 'Nowhere' } },
  mood: { question: 'How?', options: { good: 'Good', bad: 'Bad' } },
};
const api = { protocols: { api: [1, 1] } };
const avoided = (condition: Draft): Draft => ({
  avoid: [{ reason: 'it hangs', source: 's', if: condition }],
});

function openFactsOf(releases: readonly Draft[], target: string, answers: Draft = {}) {
  const catalog = buildCatalog({ facts, releases });
  const inventory = buildInventory(
    catalog,
    [{ name: 'server', component: 'server', version: '1.0.0' }],
    answers,
  );
  return planUpgrade(catalog, inventory, { target }).openFacts;
}

describe('open facts', () => {
  const onlyWay = [
    { version: '1.0.0', ...api },
    { version: '1.1.0', ...api, ...avoided({ site: ['here', 'there'] }) },
    { version: '2.0.0', ...api, upgradeFrom: '=1.1.0' },
  ];

  it('are those an answer of which makes the plan another one, with these answers', () => {
    expect(openFactsOf(onlyWay, '2.0.0')).toEqual([
      { fact: 'site', answers: [{ answer: 'nowhere', becomes: 'ready' }] },
    ]);
  });

  it('are none once they are answered', () => {
    expect(openFactsOf(onlyWay, '2.0.0', { site: 'here' })).toEqual([]);
    expect(openFactsOf(onlyWay, '2.0.0', { site: 'nowhere' })).toEqual([]);
  });

  it('are none where the plan is the same whatever the answer', () => {
    const another = [
      { version: '1.0.0', ...api },
      { version: '1.1.0', ...api, ...avoided({ site: ['here'] }) },
      { version: '1.2.0', ...api },
      { version: '2.0.0', ...api, upgradeFrom: '~1.1.0 || ~1.2.0' },
    ];
    expect(openFactsOf(another, '2.0.0')).toEqual([]);
    expect(openFactsOf(onlyWay, '1.0.0')).toEqual([]);
  });

  it('are one of several that have to hold together', () => {
    const both = [
      { version: '1.0.0', ...api },
      { version: '1.1.0', ...api, ...avoided({ site: ['here'], mood: ['bad'] }) },
      { version: '2.0.0', ...api, upgradeFrom: '=1.1.0' },
    ];
    expect(openFactsOf(both, '2.0.0')).toEqual([
      {
        fact: 'site',
        answers: [
          { answer: 'there', becomes: 'ready' },
          { answer: 'nowhere', becomes: 'ready' },
        ],
      },
      { fact: 'mood', answers: [{ answer: 'good', becomes: 'ready' }] },
    ]);
    expect(openFactsOf(both, '2.0.0', { mood: 'bad' })?.map(({ fact }) => fact)).toEqual(['site']);
    expect(openFactsOf(both, '2.0.0', { mood: 'good' })).toEqual([]);
  });
});

describe('answers that are planned with', () => {
  const open = { site: ['here'] };
  const server = { name: 'server', component: 'server', version: '1.0.0' };
  const client = { name: 'ci', component: 'client', version: '1.0.0' };
  const plain = ['1.0.0', '1.1.0', '2.0.0', '3.0.0'].map((version) => ({ version, ...api }));
  /** From now on clients of 1.0.0 are lost at 2.0.0. */
  const losing = [
    { version: '1.0.0', ...api },
    { version: '1.1.0', protocols: { api: [1, 2] } },
    { version: '2.0.0', protocols: { api: [2, 2] } },
  ];

  function answersTried(fields: Draft, entries: readonly Draft[] = [server, client], knowsPlan = true) {
    const catalog = buildCatalog({ facts, releases: plain, ...fields });
    const inventory = buildInventory(catalog, entries);
    const goal = parseGoal({ target: '2.0.0' }, catalog, inventory);
    if (!goal.ok) throw new Error('the goal is wrong');
    const solution = solve(catalog, inventory, goal.value);
    if (solution === NOT_FOUND) throw new Error('a small problem');
    return relaxingAnswers(catalog, inventory, goal.value, knowsPlan ? solution : undefined).map(
      ({ fact, answer }) => `${fact}: ${answer}`,
    );
  }
  const broken = (condition: Draft, severity = 'broken') => ({
    incidents: [{ id: 'i', component: 'client', severity, if: condition, summary: '', source: '' }],
  });
  const otherwise = ['site: there', 'site: nowhere'];

  it('are those that take a release out of reach no longer, or a pair that is broken', () => {
    const avoiding = plain.map((release) => ({ ...release, ...avoided(open) }));
    expect(answersTried({ releases: avoiding })).toEqual(otherwise);
    expect(answersTried(broken(open))).toEqual(otherwise);
    expect(answersTried({})).toEqual([]);
  });

  it('are none for what is only degraded, or lies beyond the target', () => {
    expect(answersTried(broken(open, 'degraded'))).toEqual([]);
    const beyond = plain.map((release) =>
      release.version === '3.0.0' ? { ...release, ...avoided(open) } : release,
    );
    expect(answersTried({ releases: beyond }, [server])).toEqual([]);
  });

  it('are none for consumers that need not move whatever is answered', () => {
    const releases = plain.map((release, i) => ({
      ...release,
      ...(i > 0 && { avoid: [{ reason: 'r', source: 's', if: open, components: ['client'] }] }),
    }));
    expect(answersTried({ releases })).toEqual([]);
    // Where there is no plan nothing is known of them.
    expect(answersTried({ releases }, [server, client], false)).toEqual(otherwise);
    const moving = losing.map((release, i) => ({
      ...release,
      ...(i === 1 && { avoid: [{ reason: 'r', source: 's', if: open, components: ['client'] }] }),
    }));
    expect(answersTried({ releases: moving })).toEqual(otherwise);
    expect(answersTried({ releases: moving }, [server])).toEqual([]);
  });

  it('are none for a condition that does not hold any more, and one at a time where several have to hold', () => {
    const both = { site: ['here'], mood: ['bad'] };
    expect(answersTried(broken(both))).toEqual([...otherwise, 'mood: good']);
    const catalog = buildCatalog({ facts, releases: plain, ...broken(both) });
    const inventory = buildInventory(catalog, [server, client], { mood: 'good' });
    const goal = parseGoal({ target: '2.0.0' }, catalog, inventory);
    if (!goal.ok) throw new Error('the goal is wrong');
    expect(relaxingAnswers(catalog, inventory, goal.value, undefined)).toEqual([]);
  });
});
