import * as z from 'zod';

/** People of the company. What each may do is in the modules' `policy.ts`. */
export const TEAM_ROLES = ['owner', 'head', 'manager', 'finance', 'analyst', 'voice'] as const;
/** People of a partner: they see that partner's rows only. */
export const PARTNER_ROLES = ['partner_owner', 'partner_staff'] as const;
export const ROLES = [...TEAM_ROLES, ...PARTNER_ROLES] as const;

export type TeamRole = (typeof TEAM_ROLES)[number];
export type PartnerRole = (typeof PARTNER_ROLES)[number];
export type Role = (typeof ROLES)[number];

export const roleSchema = z.enum(ROLES);
export const teamRoleSchema = z.enum(TEAM_ROLES);

export function isPartnerRole(role: Role): role is PartnerRole {
  return role === 'partner_owner' || role === 'partner_staff';
}

/** What an API key may be given. A key has no role: it may what its scopes say and nothing else. */
export const SCOPES = ['read', 'sales:write', 'click:write', 'directory:write', 'import:write'] as const;
export type Scope = (typeof SCOPES)[number];
export const scopeSchema = z.enum(SCOPES);
