/** Is the outside well? The integration nodes write their health and their jobs as rows, which are read here. */
package carequeue.query.integrations;
