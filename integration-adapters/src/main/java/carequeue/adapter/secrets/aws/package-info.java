/** AWS Secrets Manager as the keeper of secrets. */
package carequeue.adapter.secrets.aws;
