/** Which unanswered questions is the operator asked? */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft } from '../../testing/build';
import { planUpgrade } from '../plan-upgrade';

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
