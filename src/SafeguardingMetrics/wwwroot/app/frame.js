// Starts the GOV.UK Frontend components that every page uses.
import {
  Button,
  ErrorSummary,
  ServiceNavigation,
  SkipLink,
  createAll,
} from '../vendor/govuk-frontend/govuk-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const component of [Button, ErrorSummary, ServiceNavigation, SkipLink]) createAll(component);
