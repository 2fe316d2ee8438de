/** The body SharePoint sends with an error. */
export interface ProblemBody {
  readonly 'odata.error': { readonly code: string; readonly message: { readonly lang: string; readonly value: string } };
}

/** A refusal in SharePoint's own words: HTTP status, error number, .NET type and sentence. */
export class SharePointProblem extends Error {
  /**
   * @param status HTTP status
   * @param code SharePoint's number; programs match on it
   * @param type the .NET exception's full name
   * @param message the sentence that SharePoint sends
   */
  public constructor(
    public readonly status: number,
    public readonly code: number,
    public readonly type: string,
    message: string
  ) {
    super(message);
    this.name = 'SharePointProblem';
  }

  /** The answer's body. */
  public get body(): ProblemBody {
    return { 'odata.error': { code: `${this.code}, ${this.type}`, message: { lang: 'en-US', value: this.message } } };
  }
}

const SP_EXCEPTION = 'Microsoft.SharePoint.SPException';
const ARGUMENT = 'System.ArgumentException';

/** One maker for each refusal that SharePoint is known to give; numbers as its REST service sends them. */
export const problems = {
  unauthenticated: () =>
    new SharePointProblem(401, -2147024891, 'System.UnauthorizedAccessException', 'Access denied. Name a user of the site in the header X-Local-User or the cookie localUser.'),
  accessDenied: () =>
    new SharePointProblem(403, -2147024891, 'System.UnauthorizedAccessException', 'Access denied. You do not have permission to perform this action or access this resource.'),
  invalidDigest: () =>
    new SharePointProblem(403, -2130575251, SP_EXCEPTION, 'The security validation for this page is invalid. Click Back in your Web browser, refresh the page, and try your operation again.'),
  noResource: (name: string) =>
    new SharePointProblem(404, -1, 'Microsoft.SharePoint.Client.ResourceNotFoundException', `Cannot find resource for the request ${name}.`),
  noListTitled: (title: string, siteUrl: string) =>
    new SharePointProblem(404, -1, ARGUMENT, `List '${title}' does not exist at site with URL '${siteUrl}'.`),
  noList: () =>
    new SharePointProblem(404, -2130575322, SP_EXCEPTION, 'List does not exist. The page you selected contains a list that does not exist. It may have been deleted by another user.'),
  noItem: () => new SharePointProblem(404, -2130575338, ARGUMENT, 'Item does not exist. It may have been deleted by another user.'),
  noField: (name: string) => new SharePointProblem(404, -2147024809, ARGUMENT, `Column '${name}' does not exist. It may have been deleted by another user.`),
  noFile: (path: string) => new SharePointProblem(404, -2130575338, SP_EXCEPTION, `The file ${path} does not exist.`),
  notFound: () => new SharePointProblem(404, -2147024894, 'System.IO.FileNotFoundException', 'File Not Found.'),
  noUser: (name: string) => new SharePointProblem(404, -2146232832, SP_EXCEPTION, `The specified user ${name} could not be found.`),
  noGroup: () => new SharePointProblem(404, -2146232832, SP_EXCEPTION, 'Group cannot be found.'),
  noRole: (name: string) => new SharePointProblem(404, -2146232832, SP_EXCEPTION, `Cannot find the permission level ${name}.`),
  noSubscription: () => new SharePointProblem(404, -1, ARGUMENT, 'The specified subscription does not exist.'),
  badRequest: (sentence: string) => new SharePointProblem(400, -1, 'Microsoft.SharePoint.Client.InvalidClientQueryException', sentence),
  badArgument: (sentence: string) => new SharePointProblem(400, -2147024809, ARGUMENT, sentence),
  unknownProperty: (name: string, type: string) =>
    new SharePointProblem(
      400,
      -1,
      'Microsoft.SharePoint.Client.InvalidClientQueryException',
      `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`
    ),
  unknownColumn: (name: string) => new SharePointProblem(400, -1, SP_EXCEPTION, `The field or property '${name}' does not exist.`),
  columnNotFilterable: (name: string, type: string) =>
    new SharePointProblem(400, -1, SP_EXCEPTION, `The field '${name}' of type '${type}' cannot be used in the query filter expression.`),
  wrongType: (edmType: string) =>
    new SharePointProblem(
      400,
      -1,
      'Microsoft.SharePoint.Client.InvalidClientQueryException',
      `Cannot convert a primitive value to the expected type '${edmType}'. See the inner exception for more details.`
    ),
  invalidText: () =>
    new SharePointProblem(400, -2130575152, SP_EXCEPTION, 'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.'),
  invalidNumber: () =>
    new SharePointProblem(400, -2130575152, SP_EXCEPTION, 'Invalid number value.\n\nA number field contains invalid data. Please check the value and try again.'),
  invalidDate: () =>
    new SharePointProblem(400, -2130575152, SP_EXCEPTION, 'Invalid date/time value.\n\nA date/time field contains invalid data. Please check the value and try again.'),
  invalidChoice: () =>
    new SharePointProblem(400, -2130575152, SP_EXCEPTION, 'Invalid choice value.\n\nA choice field contains invalid data. Please check the value and try again.'),
  duplicateValue: () =>
    new SharePointProblem(
      400,
      -2130575169,
      'Microsoft.SharePoint.SPDuplicateValuesFoundException',
      'The list item could not be added or updated because duplicate values were found in the following field(s) in the list.'
    ),
  duplicateValuesExist: () =>
    new SharePointProblem(
      500,
      -2130575169,
      'Microsoft.SharePoint.SPDuplicateValuesFoundException',
      'This column contains duplicate values. Remove all duplicate values before you enforce unique values.'
    ),
  duplicateList: () =>
    new SharePointProblem(
      500,
      -2130575342,
      SP_EXCEPTION,
      'A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.'
    ),
  duplicateField: (name: string) => new SharePointProblem(500, -2130575214, 'Microsoft.SharePoint.SPDuplicateFieldNameException', `A duplicate field name "${name}" was found.`),
  duplicateGroup: () => new SharePointProblem(500, -2130575293, SP_EXCEPTION, 'The specified name is already in use. Please try again with a new name.'),
  fileExists: (path: string) => new SharePointProblem(400, -2130575257, SP_EXCEPTION, `A file or folder with the name ${path} already exists.`),
  forbiddenName: (name: string) =>
    new SharePointProblem(400, -2130575245, SP_EXCEPTION, `The file or folder name "${name}" contains characters that are not permitted.  Please use a different name.`),
  checkedOut: (url: string, login: string) => new SharePointProblem(423, -2130575306, 'Microsoft.SharePoint.SPFileCheckOutException', `The file "${url}" is checked out for editing by ${login}.`),
  notCheckedOut: (url: string) => new SharePointProblem(400, -2147024738, SP_EXCEPTION, `The file "${url}" is not checked out.`),
  threshold: () =>
    new SharePointProblem(
      500,
      -2147024860,
      'Microsoft.SharePoint.SPQueryThrottledException',
      'The attempted operation is prohibited because it exceeds the list view threshold.'
    ),
  etagMismatch: (given: string, current: string) =>
    new SharePointProblem(412, -1, 'Microsoft.SharePoint.Client.ClientServiceException', `The request ETag value '${given}' does not match the object's ETag value '${current}'.`),
  tooLarge: () => new SharePointProblem(413, -1, 'Microsoft.SharePoint.Client.InvalidClientQueryException', 'The request message is too big. The server does not allow messages larger than 262144000 bytes.'),
  uploadOffset: () => new SharePointProblem(409, -2147024809, ARGUMENT, 'The file offset does not match the size of what was uploaded so far.'),
  webhookValidation: (sentence: string) => new SharePointProblem(400, -1, 'System.InvalidOperationException', `Failed to validate the notification URL. ${sentence}`),
  webhookExpiration: () => new SharePointProblem(400, -1, ARGUMENT, 'The expiration time must be in the future and not more than 180 days from now.'),
  unexpected: () => new SharePointProblem(500, -2147467259, SP_EXCEPTION, 'An unexpected error occurred. The log of the local site says more.'),
  systemObject: (name: string) => new SharePointProblem(400, -2147467259, SP_EXCEPTION, `${name} belongs to the system and cannot be deleted or changed.`)
} as const;
