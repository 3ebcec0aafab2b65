"""Joins the floors below: load, compose, render, write."""
