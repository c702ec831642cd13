import type { Field } from '../../contract/kinds.ts';

/** What a cell of a choice may say, by the beginning of the word. */
const MEANINGS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  class: [
    [/^(referr|рекоменд|рефер)/i, 'referral'],
    [/^(partner|партн[её]р)/i, 'partner_sales'],
    [/^(allian|strateg|альянс|стратег)/i, 'alliance'],
  ],
  kind: [
    [/^(affiliate|веб|аффил|вебмастер|cpa)/i, 'affiliate'],
    [/^(creator|blogger|influencer|author|автор|блогер|инфлюенсер)/i, 'creator'],
    [/^(ambassador|амбасс?адор)/i, 'ambassador'],
    [/^(agent|агент)/i, 'agent'],
    [/^(integrat|implement|внедр|интегр)/i, 'integrator'],
    [/^(consult|advis|accountant|консульт|бухгалт|эксперт)/i, 'consultant'],
    [/^(communit|club|associat|сообществ|клуб|ассоциац)/i, 'community'],
    [/^(resell|dealer|distrib|store|реселл|дилер|дистриб)/i, 'reseller'],
    [/^(client|customer|клиент)/i, 'client'],
    [/^(ally|alliance|strateg|стратег|союз)/i, 'ally'],
    [/^(team|salary|команд|зарплат|фот)/i, 'team'],
    [/^(fee|fixed|фикс|гонорар)/i, 'fee'],
    [/^(bonus|бонус|преми)/i, 'bonus'],
    [/^(tool|software|сервис|инструмент|софт)/i, 'tools'],
    [/^(event|мероприят|событи|конференц)/i, 'event'],
    [/^(material|материал|печать)/i, 'materials'],
    [/^(other|прочее|друг)/i, 'other'],
  ],
};

/** Words of a choice column that can be told at sight: «Блогер» → creator. Only those the field knows. */
export function guessWords(
  fields: readonly Field[],
  values: (field: string) => string[],
): Record<string, Record<string, string>> {
  const words: Record<string, Record<string, string>> = {};
  for (const field of fields) {
    const known = field.choices;
    if (!known) continue;
    const told: Record<string, string> = {};
    for (const value of new Set(values(field.name))) {
      if (known.includes(value)) continue;
      const meaning = MEANINGS[field.name]?.find(
        ([pattern, to]) => known.includes(to) && pattern.test(value),
      )?.[1];
      if (meaning !== undefined) told[value] = meaning;
    }
    if (Object.keys(told).length > 0) words[field.name] = told;
  }
  return words;
}
