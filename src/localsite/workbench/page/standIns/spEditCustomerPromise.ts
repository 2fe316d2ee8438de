/* Stands in for `@msinternal/sp-edit-customer-promise`, which reports failures of Microsoft's own web parts. */

export const _EditModeCustomerPromiseHandler = { serviceKey: undefined };

/** Does nothing. */
export function _logFailuresForEditCustomerPromise(): void {
  // A failure of the web part shows in its place on the page; nobody is told of it.
}
