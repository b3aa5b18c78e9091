/** Azure Key Vault as the keeper of secrets. */
package carequeue.adapter.secrets.azure;
