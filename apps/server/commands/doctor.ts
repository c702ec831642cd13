import { examine, type Finding } from '../doctor/examine.ts';

/** `mosty doctor`: one line a check; leaves with 1 when something needs a person. */
export async function run(): Promise<number> {
  const findings: Finding[] = [];
  for await (const finding of examine(process.env)) {
    findings.push(finding);
    process.stdout.write(
      `${finding.well ? '  ok  ' : ' BAD  '} ${finding.what}${finding.detail ? `: ${finding.detail}` : ''}\n`,
    );
  }
  const bad = findings.filter((finding) => !finding.well).length;
  process.stdout.write(bad === 0 ? 'Everything holds.\n' : `${bad} of ${findings.length} checks need you.\n`);
  return bad === 0 ? 0 : 1;
}
