import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import * as React from 'react';
import * as ReactDom from 'react-dom';

/** The least that a web part with React can be: what it takes to load is the toolchain's and the page's, not the desk's. */
export default class HelloWebPart extends BaseClientSideWebPart<Record<string, never>> {
  public override render(): void {
    ReactDom.render(React.createElement('p', { 'data-hello': true }, 'Hello'), this.domElement);
  }

  protected override onDispose(): void {
    ReactDom.unmountComponentAtNode(this.domElement);
  }
}
