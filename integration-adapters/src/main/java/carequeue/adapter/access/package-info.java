/** How a partner that asks for an API key or for OAuth client credentials is satisfied. */
package carequeue.adapter.access;
