/*
 * Stands in for `@microsoft/sp-property-pane`. The functions that describe a field are Microsoft's own;
 * the pane that draws them needs a dozen unpublished modules and is replaced by `PropertyPane.tsx`.
 */

export { PropertyPaneButton } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneButton/PropertyPaneButton';
export { PropertyPaneButtonType } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneButton/IPropertyPaneButton';
export { PropertyPaneCheckbox } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneCheckBox/PropertyPaneCheckbox';
export { PropertyPaneChoiceGroup } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneChoiceGroup/PropertyPaneChoiceGroup';
export { PropertyPaneDropdown } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneDropdown/PropertyPaneDropdown';
export { PropertyPaneDropdownOptionType } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneDropdown/IPropertyPaneDropdown';
export { PropertyPaneFieldType } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneField/IPropertyPaneField';
export { PropertyPaneHorizontalRule } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneHorizontalRule/PropertyPaneHorizontalRule';
export { PropertyPaneLabel } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneLabel/PropertyPaneLabel';
export { PropertyPaneLink } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneLink/PropertyPaneLink';
export { PropertyPaneSlider } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneSlider/PropertyPaneSlider';
export { PropertyPaneTextField } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneTextField/PropertyPaneTextField';
export { PropertyPaneToggle } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneToggle/PropertyPaneToggle';
