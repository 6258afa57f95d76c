// What every page has: GOV.UK Frontend's own behaviour, for the parts of it that the frame uses.
import { Button, ErrorSummary, ServiceNavigation, SkipLink, createAll } from '../vendor/govuk-frontend/govuk-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const component of [Button, ErrorSummary, ServiceNavigation, SkipLink]) createAll(component);
