/** SharePoint's permissions by their bit (`PermissionKind`). */
export const PERMISSION = {
  viewListItems: 1,
  addListItems: 2,
  editListItems: 3,
  deleteListItems: 4,
  cancelCheckout: 9,
  manageLists: 12,
  open: 17,
  managePermissions: 26,
  manageWeb: 31,
  enumeratePermissions: 63
} as const;

/** A set of permissions as SharePoint sends it: two halves of 32 bits. */
export interface PermissionMask {
  readonly high: number;
  readonly low: number;
}

/** No permission at all. */
export const NO_PERMISSIONS: PermissionMask = { high: 0, low: 0 };

/** Both sets together. */
export function union(left: PermissionMask, right: PermissionMask): PermissionMask {
  return { high: (left.high | right.high) >>> 0, low: (left.low | right.low) >>> 0 };
}

/** Whether a set holds a permission. */
export function has(mask: PermissionMask, permission: number): boolean {
  const bit = permission - 1;
  return bit < 32 ? (mask.low & (1 << bit)) !== 0 : (mask.high & (1 << (bit - 32))) !== 0;
}

/** A permission level. */
export interface Role {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly kind: number;
  readonly order: number;
  readonly mask: PermissionMask;
}

/** The permission levels of a new site. */
export const ROLE_SEEDS: readonly Role[] = [
  { id: 1073741829, name: 'Full Control', description: 'Has full control.', kind: 5, order: 1, mask: { high: 2147483647, low: 4294967295 } },
  { id: 1073741828, name: 'Design', description: 'Can view, add, update, delete, approve, and customize.', kind: 4, order: 32, mask: { high: 432, low: 1012866047 } },
  { id: 1073741830, name: 'Edit', description: 'Can add, edit and delete lists; can view, add, update and delete list items and documents.', kind: 6, order: 48, mask: { high: 432, low: 1011030767 } },
  { id: 1073741827, name: 'Contribute', description: 'Can view, add, update, and delete list items and documents.', kind: 3, order: 64, mask: { high: 432, low: 1011028719 } },
  { id: 1073741826, name: 'Read', description: 'Can view pages and list items and download documents.', kind: 2, order: 128, mask: { high: 176, low: 138612833 } },
  { id: 1073741825, name: 'Limited Access', description: 'Can view specific lists, document libraries, list items, folders, or documents when given permissions.', kind: 1, order: 160, mask: { high: 48, low: 134287360 } }
];
