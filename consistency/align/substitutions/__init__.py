"""Words in the place of other words: by syntax, by contrast, in a copied context."""
