"""What the data says: patterns, symptoms, requests, differences, and the findings made of them. Imports no Qt."""
