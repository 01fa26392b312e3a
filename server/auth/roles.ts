/** What a key may do, each with all that the ones before it may. */
export const ROLES = ["read", "plan", "publish", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What a route asks for: a role, or nothing. */
export type Access = Role | "open";

/** Whether a role is enough. */
export function allows(role: Role, access: Access): boolean {
  return access === "open" || ROLES.indexOf(role) >= ROLES.indexOf(access);
}

/** Whether a text from the store is a role. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
