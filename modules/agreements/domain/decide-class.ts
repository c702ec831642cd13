import type { ClassAnswers, ClassDecision, ClassReason, ReportingClass } from '../contract/classes.ts';

/**
 * Five answers → one reporting class, or «это контакт» (S2.40). Total: every combination of answers has an outcome,
 * and every outcome says why. Where answers speak of two things, each is an agreement of its own (S1.34): `also`.
 */
export function decideClass(answers: ClassAnswers): ClassDecision {
  const wasClient = answers.experience === 'paid_with_result';
  const canRefer = wasClient && answers.readyToTell;
  const together = answers.jointGoals.length > 0;
  const found: ReportingClass[] = [];
  if (canRefer) found.push('referral');
  if (answers.bringsClients) found.push('partner_sales');
  if (together) found.push('alliance');

  const reasons = found.map((one) => WHY[one]);
  const [outcome, ...also] = found;
  if (outcome === undefined) return contact(contactReasons(answers), wouldHelp(answers));
  if (answers.answerable !== 'people_and_terms') {
    const missing =
      answers.answerable === 'nobody'
        ? [reason('name_people', 'S0.62'), reason('write_terms', 'S0.39')]
        : [reason('write_terms', 'S0.39')];
    return contact([reason('no_agreement', 'S2.19')], missing);
  }
  // A client who also sells for us from outside is still a client first; the head may decide otherwise (S2.14).
  const needsHead = answers.bringsClients && (answers.experience === 'paid' || wasClient);
  return {
    outcome,
    also,
    needsHead,
    reasons: needsHead ? [...reasons, reason('was_client', 'S2.14')] : reasons,
    missing: outcome === 'alliance' ? [reason('alliance_is_not_sales', 'S2.24')] : [],
  };
}

const WHY: Record<ReportingClass, ClassReason> = {
  referral: reason('is_proven_client', 'S2.7'),
  partner_sales: reason('brings_from_outside', 'S2.14'),
  alliance: reason('plays_long_together', 'S2.21'),
};

function contact(reasons: ClassReason[], missing: ClassReason[]): ClassDecision {
  return { outcome: 'contact', also: [], needsHead: false, reasons, missing };
}

function contactReasons(answers: ClassAnswers): ClassReason[] {
  switch (answers.experience) {
    case 'paid_with_result':
      return [reason('client_not_ready_to_tell', 'S2.7')];
    case 'paid':
      return [reason('client_without_result', 'S2.9')];
    case 'access_only':
      return [reason('access_is_no_experience', 'S2.10')];
    case 'none':
      return [reason('nothing_between_us', 'S2.19')];
  }
}

function wouldHelp(answers: ClassAnswers): ClassReason[] {
  const ways = [reason('bring_clients', 'S2.14'), reason('name_joint_goal', 'S2.21')];
  if (answers.experience === 'paid_with_result') return [reason('ask_consent', 'S2.7'), ...ways];
  if (answers.experience === 'paid') return [reason('confirm_result', 'S2.9'), ...ways];
  return ways;
}

function reason(code: string, requirement: string): ClassReason {
  return { code, requirement };
}
