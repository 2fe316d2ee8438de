import { removeSiteTemplate } from './siteTemplate';

/** After the last test. */
export default removeSiteTemplate;
