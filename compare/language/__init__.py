"""The bottom layer: words of the language as data, and what reading, outline and quantities all need of them."""
