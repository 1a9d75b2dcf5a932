/** Says recurrence rules in words for people, such as `every week on Monday, Wednesday`. */
export type RuleWords = (rrule: string) => string;

/** Takes a library that nothing else needs, so it is loaded only where rules are told. */
export async function ruleWords(): Promise<RuleWords> {
  const { RRule } = await import('rrule');
  return (rrule) => RRule.fromString(rrule).toText();
}
