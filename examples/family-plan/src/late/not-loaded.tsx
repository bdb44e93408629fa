import { Component, type ReactNode } from 'react';

interface NotLoadedProps {
  readonly children: ReactNode;
}

/** Says so in place of a part of the page that could not be shown, and leaves the rest as it is. */
export class NotLoaded extends Component<NotLoadedProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p className="govuk-inset-text" role="alert">
        This part of the page could not be shown. Load the page again, best with a connection. Nothing that you wrote is
        lost.
      </p>
    );
  }
}
