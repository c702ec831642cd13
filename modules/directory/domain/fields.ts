/** Fields of a form over what is known: left out stays, null clears. */
export function withFields<Known extends object, Fields extends object>(known: Known, fields: Fields): Known {
  const told = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { ...known, ...Object.fromEntries(told) };
}

/** Names of the fields that now say something else; the audit keeps names, not people's data. */
export function changedFields<Known extends object>(before: Known, after: Known): string[] {
  return (Object.keys(after) as (keyof Known & string)[]).filter((field) => before[field] !== after[field]);
}

/** E-mail addresses are compared and kept in lower case. */
export function lowerEmail<Fields extends { email?: string | null | undefined }>(fields: Fields): Fields {
  return fields.email ? { ...fields, email: fields.email.toLowerCase() } : fields;
}
