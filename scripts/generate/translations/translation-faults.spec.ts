import { neededTexts } from './plural-forms';
import { translationFaults } from './translation-faults';

const english = {
  'Run `{{command}}` on {{node}}': 'Run `{{command}}` on {{node}}',
  '{{number}} nodes_one': '{{number}} node',
  '{{number}} nodes_other': '{{number}} nodes',
};
const french = {
  'Run `{{command}}` on {{node}}': 'Sur {{node}}, exécutez `{{command}}`',
  '{{number}} nodes_one': 'un seul nœud',
  '{{number}} nodes_many': '{{number}} nœuds',
  '{{number}} nodes_other': '{{number}} nœuds',
};

describe('the forms of a plural', () => {
  it.each([
    ['fr', ['one', 'many', 'other']],
    ['es', ['one', 'many', 'other']],
    ['ja', ['other']],
    ['ko', ['other']],
    ['zh', ['other']],
  ])('are in %s those in which the language counts', (language, forms) => {
    const plurals = [...neededTexts(language, english).keys()].filter((key) => key.startsWith('{{number}} nodes'));
    expect(plurals.sort()).toEqual(forms.map((form) => `{{number}} nodes_${form}`).sort());
  });
});

describe('the faults of a translation', () => {
  it('are none where it is complete, in its own order of words', () => {
    expect(translationFaults('fr', english, french)).toEqual([]);
  });

  const key = 'Run `{{command}}` on {{node}}';
  it.each([
    ['a missing plural form', '{{number}} nodes_many', undefined, 'is missing'],
    ['an empty text', key, '', 'is empty'],
    ['a placeholder of another name', key, '`{{command}}` {{nœud}}', 'has other placeholders than the English text'],
    ['a placeholder too many', key, '`{{command}}` {{node}} {{node}}', 'has other placeholders than the English text'],
    [
      'a plural without its number',
      '{{number}} nodes_many',
      'des nœuds',
      'has other placeholders than the English text',
    ],
    ['translated code', key, '`commande {{command}}` {{node}}', 'has other code than the English text'],
    ['markup of its own', key, '<b>`{{command}}`</b> {{node}}', 'has other markup than the English text'],
    ['text that reorders', key, '\u202e`{{command}}` {{node}}', 'has invisible or control characters'],
    ['a space at its end', key, '`{{command}}` {{node}} ', 'begins or ends with a space, or lacks one'],
  ])('name the key and the language of %s', (_what, faulty, text, fault) => {
    const others = Object.entries(french).filter(([other]) => other !== faulty);
    const translation = Object.fromEntries(text === undefined ? others : [...others, [faulty, text]]);
    expect(translationFaults('fr', english, translation)).toEqual([`fr: "${faulty}" ${fault}`]);
  });

  it('name a text that translates nothing, such as a form in which the language does not count', () => {
    expect(translationFaults('ja', english, french)).toEqual([
      'ja: "{{number}} nodes_one" translates nothing',
      'ja: "{{number}} nodes_many" translates nothing',
    ]);
  });
});
