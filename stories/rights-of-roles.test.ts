import { beforeAll, describe, expect, it } from 'vitest';
import { allRights } from '@mosty/identity';
import type { Role } from '@mosty/identity/contract';

/** Acts that only look. */
const LOOKS = /\.(read|read_all|read_own|timeline|search|export)$/;

let rights: ReturnType<typeof allRights>;

beforeAll(async () => {
  // Every module declares its rights when the server loads it.
  await import('@mosty/server/composition');
  rights = allRights();
});

function may(role: Role): string[] {
  return [...rights].filter(([, right]) => right.roles.includes(role)).map(([action]) => action);
}

describe('what no role may, over every module there is', () => {
  it('the list is not empty', () => {
    expect(rights.size).toBeGreaterThan(50);
  });

  it('an analyst looks and changes nothing', () => {
    expect(may('analyst').filter((action) => !LOOKS.test(action))).toEqual([]);
  });

  it('an analyst sees no requisites', () => {
    expect(may('analyst').filter((action) => action.startsWith('requisites.'))).toEqual([]);
  });

  it('an analyst takes out neither what people of partners wrote nor why somebody is suspected', () => {
    const has = may('analyst');
    for (const kind of ['poll', 'flag']) {
      expect(has).toContain(`${kind}.read`);
      expect(has).not.toContain(`${kind}.export`);
    }
  });

  it('a head neither pays out nor says that it was paid', () => {
    expect(may('head').filter((action) => /\.pay$|^payout.*\.(approve|mark_paid)$/.test(action))).toEqual([]);
  });

  it('a manager approves no money and publishes no scheme', () => {
    const forbidden =
      /^(accrual|payout|payout_batch|statement|period|scheme)\.(approve|pay|publish|correct|close|hold)$/;
    expect(may('manager').filter((action) => forbidden.test(action))).toEqual([]);
  });

  it('finance changes neither who brought a client nor a rate', () => {
    const forbidden =
      /^(scheme\.(draft|publish|assign)|client\.change_keeper|agreement\.(open|propose|change_class))$/;
    expect(may('finance').filter((action) => forbidden.test(action))).toEqual([]);
  });

  it('voice finds out whose client it is, answers claims, writes down names and outcomes it heard, and no more', () => {
    expect(may('voice').sort()).toEqual([
      'claim.answer',
      'claim.read',
      'directory.search',
      // S1.35: the whole company reads what kinds of partners there are
      'framework.read',
      // S1.53: one answer to one question, whoever is asked
      'library.read',
      'member.read',
      'mention.log',
      // it is the one who asks clients whether it got better, and writes the answer down
      'outcome.answer',
      'outcome.read',
      'workspace.read',
    ]);
  });

  it('people of a partner never act on the company’s side', () => {
    const own =
      /^(partner|client|agreement|code|link|deal|claim|postback|sale|participant|ledger|accrual|statement|payout|money|requisites|scheme|portal|thread|text|framework|click|launch|exit|library|file|money_file|document|plan|question|poll)\./;
    // Its owner looks after its own employees: what it sees and touches of people is confined by rows and by the verb.
    const people = ['member.read', 'member.invite', 'member.grant_money', 'member.remove'];
    expect(may('partner_owner').filter((action) => action.startsWith('member.'))).toEqual(people);
    // S0.54: its owner reads the review of the quarter, says its word and signs.
    const review = ['review.read', 'review.remark', 'review.sign'];
    // S0.66: leaving, its owner gives up the rest of the money by its own word.
    const leaving = ['waiver.give'];
    for (const role of ['partner_owner', 'partner_staff'] as const) {
      // What holds it back while it is new stands in the conveyor; nothing else of the conveyor is shown to it. Of
      // scores it sees its own.
      const theirs = [
        'lifecycle.read_own',
        'score.read_own',
        ...(role === 'partner_owner' ? [...people, ...review, ...leaving] : []),
      ];
      expect(may(role).filter((action) => !own.test(action) && !theirs.includes(action))).toEqual([]);
    }
    // An employee hands a client over, stands up for it, walks the launch and asks questions; everything else is done by the partner’s owner.
    const acts = may('partner_staff').filter((action) => !LOOKS.test(action));
    expect(acts.sort()).toEqual([
      'claim.answer',
      'claim.open',
      'deal.register',
      // receipts of payouts, where money was granted to them
      'document.attach',
      'file.store',
      'launch.walk',
      'library.join',
      'link.create_own',
      'poll.answer',
      'thread.write',
    ]);
  });

  it('a partner’s employee sees money only where it was granted', () => {
    const money = may('partner_staff').filter((action) =>
      /^(ledger|accrual|statement|payout|money)\./.test(action),
    );
    expect(money.filter((action) => rights.get(action)?.money !== true)).toEqual([]);
  });

  it('an API key changes people, keys, requisites, schemes and payouts never', () => {
    const forbidden =
      /^(member|api_key|requisites|scheme|payout|period|statement|accrual\.(approve|pay|hold|correct))/;
    const open = [...rights].filter(
      ([action, right]) => right.scope !== undefined && right.scope !== 'read' && forbidden.test(action),
    );
    expect(open.map(([action]) => action)).toEqual([]);
  });
});
