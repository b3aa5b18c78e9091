/** Azure Key Vault as the keeper of a master key. */
package carequeue.adapter.kms.azure;
