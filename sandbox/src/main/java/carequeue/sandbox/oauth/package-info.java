/** The authority of the sandbox's EHRs: OAuth 2.0 client credentials, with secrets or with assertions that it checks strictly. */
package carequeue.sandbox.oauth;
